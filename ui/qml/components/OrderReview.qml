pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The lines of the order and what stands in its way; a long order has pages.
Column {
    id: review

    required property var body
    property bool ownPager: true // false: the screen has the pager elsewhere
    readonly property alias sheets: pager
    readonly property real room: height - (problem.visible ? problem.height + spacing : 0) - Theme.gapWide * 2

    spacing: Theme.gapWide

    Notice {
        id: problem

        text: Texts.error(review.body.error)
        textName: "errorText"
        tone: "bad"
        visible: review.body.error !== ""
        width: parent.width
    }

    Card {
        height: content.height + Theme.gapWide * 2
        width: parent.width

        Column {
            id: content

            anchors.left: parent.left
            anchors.margins: Theme.gapWide
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: Theme.gap

            Column {
                id: lines

                readonly property real rowHeight: pager.needed ? pager.lowest : Math.min(Theme.space * 20 * Theme.textScale / 100, review.room / Math.max(1, pager.count))

                width: parent.width

                Repeater {
                    model: RowModel {
                        rows: pager.shown(review.body.lines)
                    }

                    CartRow {
                        height: lines.rowHeight
                        width: lines.width
                    }
                }
            }

            Sheets {
                id: pager

                count: review.body.lines.length
                lowest: Theme.space * (Theme.landscape ? 11 : 14) * (Theme.crowded ? 1.43 : 1) * Theme.textScale / 100
                outside: !review.ownPager
                room: review.room
                width: parent.width
            }
        }
    }
}

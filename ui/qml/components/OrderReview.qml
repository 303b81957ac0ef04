pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The lines of the order and what stands in its way. A long order has pages: letters are never made too small to read.
Column {
    id: review

    required property var body
    property int page: 1
    readonly property real lowest: Theme.space * (Theme.landscape ? 11 : 14) * Theme.textScale / 100
    readonly property real room: height - (problem.visible ? problem.height + spacing : 0) - Theme.gapWide * 2
    readonly property int count: body.lines.length
    readonly property bool paged: count * lowest > room
    readonly property int perPage: paged ? Math.max(1, Math.floor((room - pager.height - Theme.gap) / lowest)) : Math.max(1, count)
    readonly property int pages: Math.max(1, Math.ceil(count / perPage))
    readonly property int shown: Math.min(page, pages)

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

                readonly property real rowHeight: review.paged ? review.lowest : Math.min(Theme.space * 20 * Theme.textScale / 100, review.room / Math.max(1, review.count))

                width: parent.width

                Repeater {
                    model: RowModel {
                        rows: review.body.lines.slice((review.shown - 1) * review.perPage, review.shown * review.perPage)
                    }

                    CartRow {
                        height: lines.rowHeight
                        width: lines.width
                    }
                }
            }

            Pager {
                id: pager

                page: review.shown
                pages: review.pages
                visible: review.paged
                width: parent.width

                onTurned: delta => review.page = review.shown + delta
            }
        }
    }
}

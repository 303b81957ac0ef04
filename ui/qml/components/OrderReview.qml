pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The lines of the order and what stands in its way.
Column {
    id: review

    required property var body
    readonly property real room: height - (problem.visible ? problem.height + spacing : 0)

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
        height: lines.height + Theme.gapWide * 2
        width: parent.width

        Column {
            id: lines

            readonly property real rowHeight: Math.max(Theme.space * 6.5, Math.min(Theme.space * 15, (review.room - Theme.gapWide * 2) / Math.max(1, review.body.lines.length)))

            anchors.left: parent.left
            anchors.margins: Theme.gapWide
            anchors.right: parent.right
            anchors.top: parent.top

            Repeater {
                model: RowModel {
                    rows: review.body.lines
                }

                CartRow {
                    height: lines.rowHeight
                    width: lines.width
                }
            }
        }
    }
}

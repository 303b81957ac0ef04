pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// What went over the printer's line, newest first: the way, the time, in words, and the bytes where they are nobody's.
Grid {
    id: grid

    property var lines: []

    columnSpacing: Theme.space * 1.5
    columns: Theme.landscape ? 2 : 1
    rowSpacing: Theme.landscape ? Theme.space : Theme.space * 1.5

    Repeater {
        model: RowModel {
            rows: grid.lines.map(line => Object.assign({}, line, {
                    "words": line.words.join(" "),
                    "counts": line.counts.join(" ")
                }))
        }

        Card {
            id: card

            required property string when
            required property bool isOut
            required property int size
            required property string words
            required property string counts
            required property string hex
            required property int times
            readonly property string often: times > 1 ? " ×" + times : ""

            height: column.height + Theme.space
            width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns

            Icon {
                id: way

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                colour: card.isOut ? Theme.accent : Theme.good
                name: card.isOut ? "arrow-right" : "arrow-left"
                size: Theme.iconSmall
            }

            Column {
                id: column

                anchors.left: way.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    color: card.isOut ? Theme.ink : Theme.good
                    size: Theme.small
                    text: MaintenanceTexts.wire(card.words, card.counts) + card.often
                    weight: Font.DemiBold
                    width: parent.width
                }

                Label {
                    color: Theme.soft
                    size: Theme.small
                    text: [card.when, card.hex !== "" ? card.hex : qsTr("%1 bytes").arg(card.size)].join(" · ")
                    width: parent.width
                }
            }
        }
    }
}

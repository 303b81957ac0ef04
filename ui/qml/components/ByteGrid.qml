pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Status bytes as they came, each with what its bits stand for.
Grid {
    id: grid

    property var lines: []

    columnSpacing: Theme.space * 1.5
    columns: Theme.landscape ? 2 : 1
    rowSpacing: Theme.space * 1.5

    Repeater {
        model: RowModel {
            rows: grid.lines.map(line => Object.assign({}, line, {
                    "words": line.words.join(" ")
                }))
        }

        Card {
            id: card

            required property string name
            required property string hex
            required property string bits
            required property string words
            required property string tone

            border.color: tone === "bad" ? Theme.bad : tone === "care" ? Theme.care : Theme.line
            height: column.height + (Theme.landscape ? Theme.space : Theme.gap)
            width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns

            Column {
                id: column

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    color: Theme.soft
                    objectName: "byte_" + card.name
                    size: Theme.small
                    text: qsTr("%1: %2 (%3)").arg(card.name).arg(card.hex).arg(card.bits)
                    width: parent.width
                }

                Label {
                    color: Theme.toneText(card.tone)
                    objectName: "byteWords_" + card.name
                    size: Theme.small
                    text: MaintenanceTexts.bits(card.words)
                    weight: Font.DemiBold
                    width: parent.width
                }
            }
        }
    }
}

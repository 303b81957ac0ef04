pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// What is known, a card each: its light, its name, and how it is in words.
Grid {
    id: grid

    property var facts: []

    columnSpacing: Theme.space * 1.5
    columns: !Theme.landscape ? 1 : facts.length > 6 ? 3 : 2
    rowSpacing: Theme.space * 1.5

    Repeater {
        model: RowModel {
            rows: grid.facts
        }

        Card {
            id: card

            required property string code
            required property string tone
            required property string word
            required property string value
            readonly property bool lit: tone !== "info"

            border.color: tone === "bad" ? Theme.bad : tone === "care" ? Theme.care : Theme.line
            height: words.height + (Theme.landscape ? Theme.space : Theme.gap * 1.5)
            width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns

            Rectangle {
                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.toneGround(card.tone)
                height: Theme.space * 7
                radius: height / 2
                visible: card.lit
                width: height

                Icon {
                    anchors.centerIn: parent
                    colour: Theme.toneText(card.tone)
                    name: MaintenanceTexts.toneIcon(card.tone)
                    size: Theme.iconSmall
                }
            }

            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap + (card.lit ? Theme.space * 9 : Theme.space)
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    color: Theme.soft
                    size: Theme.landscape ? Theme.head : Theme.small
                    text: MaintenanceTexts.facts[card.code] ?? card.code
                    width: parent.width
                }

                Label {
                    color: card.lit ? Theme.toneText(card.tone) : Theme.ink
                    objectName: "fact_" + card.code
                    size: Theme.landscape ? Theme.small : Theme.body
                    text: MaintenanceTexts.fact(card.word, card.value)
                    weight: Font.DemiBold
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}

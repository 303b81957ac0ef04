pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Lines of the log, close together: how bad, when, what, and where in the program.
Column {
    id: list

    property var lines: []

    spacing: Theme.space

    Repeater {
        model: RowModel {
            rows: list.lines
        }

        Card {
            id: card

            required property int index
            required property string when
            required property string name
            required property string amount
            required property string word
            required property string tone

            border.color: tone === "bad" ? Theme.bad : tone === "care" ? Theme.care : Theme.line
            height: words.height + Theme.space * (Theme.landscape ? 1 : 2)
            radius: Theme.radiusSmall
            width: list.width

            Icon {
                id: mark

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.toneText(card.tone)
                name: MaintenanceTexts.toneIcon(card.tone)
                size: Theme.iconSmall
            }

            Column {
                id: words

                anchors.left: mark.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    objectName: "log_" + card.index
                    size: Theme.head
                    text: card.name
                    weight: Font.DemiBold
                    width: parent.width
                    wrapMode: Text.Wrap
                }

                Label {
                    color: Theme.soft
                    size: Theme.head
                    text: [MaintenanceTexts.state(card.word), card.when, card.amount].filter(text => text !== "").join(" · ")
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// What was changed at the machine before, newest first; going back to one of them is one touch.
Column {
    id: list

    property var lines: []

    signal intent(string name, var args)

    spacing: Theme.space * 1.5

    Label {
        color: Theme.soft
        size: Theme.small
        text: qsTr("Changes at this machine, newest first")
        width: parent.width
    }

    Repeater {
        model: RowModel {
            rows: list.lines
        }

        Card {
            id: card

            required property int number
            required property string when
            required property string who
            required property string why
            required property string values
            required property bool present

            height: Math.max(words.height, back.height) + Theme.gap * (Theme.landscape ? 0.5 : 1.5)
            width: list.width

            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.right: back.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    size: Theme.small
                    text: card.values === "" ? qsTr("Everything as in the file") : card.values
                    weight: Font.DemiBold
                    width: parent.width
                    wrapMode: Text.Wrap
                }

                Label {
                    color: Theme.soft
                    size: Theme.small
                    text: [card.number, card.when, card.who, MaintenanceTexts.reasons[card.why] ?? card.why].join(" · ")
                    width: parent.width
                }
            }

            SecondaryButton {
                id: back

                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                enabled: !card.present
                implicitHeight: Theme.touch
                objectName: "goBack_" + card.number
                text: card.present ? qsTr("In use") : qsTr("Go back to it")

                onTapped: list.intent("act_on", {
                    "code": "go_back",
                    "what": "",
                    "amount": card.number
                })
            }
        }
    }
}

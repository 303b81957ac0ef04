import QtQuick
import Dispensador

// One secret at a time, typed by who owns it: each sign leaves at once, and only their number comes back.
FocusScope {
    id: secret

    property string step: ""
    property string heading: ""
    property string note: ""
    property string icon: "key-round"
    property int length: 0

    signal intent(string name, var args)

    implicitHeight: card.height

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            secret.intent("erase_secret", {
                "name": secret.step
            });
        else if (event.text.length === 1 && event.text >= " " && event.text !== "\u007f")
            secret.intent("type_secret", {
                "name": secret.step,
                "char": event.text
            });
        else
            return;
        event.accepted = true;
    }

    DeskCard {
        id: card

        gap: Theme.gapWide
        width: parent.width

        Row {
            spacing: Theme.gap

            Icon {
                colour: Theme.accent
                name: secret.icon
                size: Theme.icon
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                objectName: "stepText"
                size: Math.round(34 * Theme.unit)
                text: secret.heading
                weight: Font.DemiBold
            }
        }

        Rectangle {
            border.color: Theme.brand
            border.width: Theme.stroke * 1.5
            color: Theme.surface
            height: 92 * Theme.unit
            radius: 14 * Theme.unit
            width: parent.width

            Row {
                anchors.left: parent.left
                anchors.leftMargin: Theme.gapWide
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    objectName: "dots"
                    size: Math.round(38 * Theme.unit)
                    text: "●".repeat(Math.min(secret.length, 32))
                }

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.brand
                    height: 44 * Theme.unit
                    width: Theme.stroke
                }
            }
        }

        DeskLabel {
            color: Theme.soft
            text: secret.note
            visible: text !== ""
            width: parent.width
        }
    }

    TapArea {
        onTapped: secret.forceActiveFocus()
    }
}

import QtQuick
import "../../components"
import Dispensador

// The door of the desk: name, key and code, typed on the keyboard; nothing typed stays on the screen's side.
DeskPage {
    id: screen

    readonly property var door: screen.body.door
    readonly property string step: door.stage

    primary: screen.step === "code" ? qsTr("Sign in") : qsTr("Continue")
    primaryEnabled: screen.door.canContinue
    subtitle: screen.step === "login" ? qsTr("Sign in with your user, your staff key and the code of your authenticator.") : screen.door.login
    title: qsTr("Cashier's desk")

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            screen.send("erase", {});
        else if (event.text.length === 1 && event.text >= " " && event.text !== "\u007f")
            screen.send("key", {
                "char": event.text
            });
        else
            return;
        event.accepted = true;
    }

    Shortcut {
        enabled: screen.step !== "login"
        sequences: ["Esc"]

        onActivated: screen.send("back", {})
    }

    DeskCard {
        anchors.horizontalCenter: parent.horizontalCenter
        gap: Theme.gapWide
        width: 820 * Theme.unit
        y: Theme.gapWide

        Row {
            spacing: Theme.gap

            Icon {
                colour: Theme.accent
                name: screen.step === "login" ? "user" : screen.step === "key" ? "key-round" : "shield-check"
                size: Theme.icon
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                objectName: "stepText"
                size: Math.round(34 * Theme.unit)
                text: screen.step === "login" ? qsTr("Your user") : screen.step === "key" ? qsTr("Your staff key") : qsTr("Code of your authenticator")
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
                    objectName: "typed"
                    size: Math.round(38 * Theme.unit)
                    text: screen.step === "login" ? screen.door.login : "●".repeat(screen.step === "key" ? Math.min(screen.door.key.length, 24) : screen.door.codeLength)
                    weight: Font.DemiBold
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
            text: screen.step === "login" ? qsTr("Lower-case letters and numbers, as it was given to you.") : screen.step === "key" ? qsTr("Cover the keyboard with your hand. It is not shown.") : qsTr("Six digits. Each code is good for one sign-in only.")
            width: parent.width
        }

        DeskNotice {
            text: StaffTexts.entryError(screen.body.error, 0)
            textName: "errorText"
            tone: "bad"
            width: parent.width
        }

        DeskNotice {
            icon: "hourglass"
            text: screen.door.waitS > 0 ? qsTr("You can try again in %n second(s).", "", screen.door.waitS) : ""
            width: parent.width
        }

        DeskNotice {
            icon: "lock"
            text: screen.body.reason === "idle" ? qsTr("Nobody touched anything for a while, so the desk was locked. What was typed is gone; no money was moved.") : screen.body.reason === "session-expired" ? qsTr("The session has ended. Sign in again. The shift is still open.") : ""
            textName: "reasonText"
            tone: "info"
            width: parent.width
        }
    }
}

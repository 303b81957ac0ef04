import QtQuick
import "../../components"
import Dispensador

// The door of the desk: name, key and code, typed on the keyboard; nothing typed stays on the screen's side.
DeskPage {
    id: screen

    readonly property var door: screen.body.door
    readonly property string step: door.stage
    readonly property bool typing: step === "login" || step === "key" || step === "code"
    readonly property var steps: ({
            "login": qsTr("Your user"),
            "key": qsTr("Your staff key"),
            "code": qsTr("Code of your authenticator"),
            "role": qsTr("Enter without connection"),
            "challenge": qsTr("Read this out by telephone")
        })
    readonly property var icons: ({
            "login": "user",
            "key": "key-round",
            "code": "shield-check",
            "role": "wifi-off",
            "challenge": "wifi-off"
        })
    readonly property var hints: ({
            "login": qsTr("Lower-case letters and numbers, as it was given to you."),
            "key": qsTr("Cover the keyboard with your hand. It is not shown."),
            "code": qsTr("Six digits. Each code is good for one sign-in only."),
            "role": OfflineTexts.roleHow,
            "challenge": OfflineTexts.challengeHow
        })

    primary: screen.step === "code" ? qsTr("Sign in") : screen.step === "role" ? qsTr("Ask for a challenge") : screen.step === "challenge" ? qsTr("Enter") : qsTr("Continue")
    primaryEnabled: screen.door.canContinue
    subtitle: screen.step === "login" ? qsTr("Sign in with your user, your staff key and the code of your authenticator.") : screen.door.login
    title: qsTr("Cashier's desk")

    onStepChanged: if (screen.step === "role")
        roles.forceActiveFocus()
    else
        screen.forceActiveFocus()

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
                name: screen.icons[screen.step] ?? "user"
                size: Theme.icon
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                objectName: "stepText"
                size: Math.round(34 * Theme.unit)
                text: screen.steps[screen.step] ?? ""
                weight: Font.DemiBold
            }
        }

        DeskChoices {
            id: roles

            heading: qsTr("You work as (arrows ← →)")
            label: code => DeskTexts.role(code)
            name: "role"
            options: screen.door.roles
            visible: screen.step === "role"
            width: parent.width

            onPicked: value => screen.send("set_role", {
                    "role": value
                })
        }

        Label {
            font.letterSpacing: Theme.space / 2
            objectName: "challenge"
            size: Math.round(56 * Theme.unit)
            text: screen.door.challenge
            visible: screen.step === "challenge"
            weight: Font.Bold
            width: parent.width
        }

        Column {
            spacing: Theme.space
            visible: screen.step === "challenge"
            width: parent.width

            DeskPair {
                label: qsTr("User")
                value: screen.door.login
                width: parent.width
            }

            DeskPair {
                label: qsTr("Fingerprint of this computer")
                value: screen.door.fingerprint
                valueName: "fingerprint"
                width: parent.width
            }

            DeskPair {
                label: qsTr("Day")
                value: screen.door.day
                width: parent.width
            }
        }

        Rectangle {
            visible: screen.typing || screen.step === "challenge"
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
                    text: screen.step === "login" ? screen.door.login : screen.step === "challenge" ? screen.door.answer : "●".repeat(screen.step === "key" ? Math.min(screen.door.key.length, 24) : screen.door.codeLength)
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
            text: screen.hints[screen.step] ?? ""
            width: parent.width
        }

        DeskNotice {
            text: StaffTexts.entryError(screen.body.error, screen.door.triesLeft)
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
            text: screen.body.reason === "idle" ? qsTr("Nobody touched anything for a while, so the desk was locked. What was typed is gone; no money was moved.") : screen.body.reason === "session-expired" ? qsTr("The session has ended. Sign in again. What was open or noted here has stayed.") : screen.body.reason === "central-back" ? qsTr("There is connection with the chamber again. Sign in: what was noted here is handed in then.") : ""
            textName: "reasonText"
            tone: "info"
            width: parent.width
        }

        DeskNotice {
            text: RecordTexts.handed(screen.body.told)
            textName: "handedText"
            tone: screen.body.told === "taken" ? "good" : "care"
            width: parent.width
        }

        DeskNotice {
            icon: "wifi-off"
            text: screen.body.offline && screen.typing && screen.body.error !== "return-wrong" ? OfflineTexts.atDoor : ""
            textName: "offlineText"
            tone: "info"
            width: parent.width
        }
    }
}

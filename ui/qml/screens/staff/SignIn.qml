pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// The door of the staff: name, key and code, or a challenge when there is no network.
Page {
    id: screen

    readonly property string stage: screen.body.stage
    readonly property var titles: ({
            "login": qsTr("Who works here?"),
            "key": qsTr("Type your staff key"),
            "code": qsTr("Type the code of your authenticator"),
            "role": qsTr("Enter without network"),
            "challenge": qsTr("Read this out by telephone")
        })
    readonly property var places: ({
            "maintain-kiosk": qsTr("Maintenance of this machine"),
            "see-cash": qsTr("Cashier's desk")
        })
    readonly property var buttons: ({
            "key": qsTr("Continue"),
            "code": qsTr("Sign in"),
            "role": qsTr("Ask for a challenge"),
            "challenge": qsTr("Open maintenance")
        })

    panelWidth: stage === "login" || stage === "key" ? Theme.keyboardPanelWidth : Theme.panelWidth
    subtitle: stage === "login" ? screen.places[screen.body.needs] ?? "" : screen.body.login
    subtitleIcon: stage === "login" ? "lock" : "user"
    title: screen.titles[stage] ?? ""

    panel: [
        Keyboard {
            caps: screen.stage === "key" && screen.body.key.caps
            enabled: !screen.body.checking
            shiftable: screen.stage === "key"
            visible: screen.stage === "login" || screen.stage === "key"
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        Keypad {
            enabled: !screen.body.checking
            visible: screen.stage === "code"
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        CodeKeys {
            columns: Theme.landscape ? 5 : 7
            enabled: !screen.body.checking
            names: ["B", "C", "D", "F", "G", "H", "J", "K", "L", "M", "N", "P", "Q", "R", "S", "T", "V", "W", "X", "Z", "erase"]
            visible: screen.stage === "challenge"
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        PrimaryButton {
            enabled: screen.body.canContinue
            objectName: "continueButton"
            text: screen.body.checking ? qsTr("Checking …") : screen.buttons[screen.stage] ?? qsTr("Continue")
            waiting: screen.body.checking
            width: parent ? parent.width : 0

            onTapped: screen.intent("continue", {})
        },
        SecondaryButton {
            icon: "wifi-off"
            objectName: "offlineButton"
            text: qsTr("Enter without network")
            visible: screen.body.canGoOffline
            width: parent ? parent.width : 0

            onTapped: screen.intent("go_offline", {})
        }
    ]

    Column {
        spacing: Theme.gapWide
        width: parent.width

        TypedField {
            hint: qsTr("Your user of the staff")
            text: screen.body.login
            visible: screen.stage === "login"
            width: parent.width
        }

        KeyDots {
            entry: screen.body.key
            visible: screen.stage === "key"
            width: parent.width

            onIntent: (name, args) => screen.intent(name, args)
        }

        CodeBoxes {
            length: screen.body.codeSize
            objectName: "codeBoxes"
            text: "•".repeat(screen.body.codeLength)
            visible: screen.stage === "code"
            width: parent.width
        }

        ChallengeCard {
            body: screen.body
            visible: screen.stage === "challenge"
            width: parent.width
        }

        Label {
            color: Theme.soft
            size: Theme.small
            text: qsTr("Type the answer that is read to you")
            visible: screen.stage === "challenge"
            width: parent.width
        }

        CodeBoxes {
            length: screen.body.answerSize
            objectName: "answerBoxes"
            text: screen.body.answer
            visible: screen.stage === "challenge"
            width: parent.width
            wrong: screen.body.error !== "" && screen.body.answer === ""
        }

        Notice {
            text: qsTr("Somebody of the chamber with permission answers by telephone. Choose what you are here for.")
            tone: "info"
            visible: screen.stage === "role"
            width: parent.width
        }

        Repeater {
            model: RowModel {
                rows: screen.stage === "role" ? screen.body.roles : []
            }

            ChoiceChip {
                required property string code

                implicitHeight: Theme.secondaryHeight
                letters: Theme.body
                objectName: "role_" + code
                text: code === "technician" ? qsTr("Technician") : qsTr("Administrator")
                width: parent ? parent.width : 0

                onTapped: screen.intent("set_role", {
                    "role": code
                })
            }
        }

        Notice {
            text: StaffTexts.entryError(screen.body.error, screen.body.triesLeft)
            textName: "errorText"
            tone: "bad"
            visible: screen.body.error !== ""
            width: parent.width
        }

        Notice {
            icon: "hourglass"
            text: qsTr("You can try again in %n second(s).", "", screen.body.waitS)
            textName: "waitText"
            visible: screen.body.waitS > 0
            width: parent.width
        }

        HintRow {
            icon: "shield-check"
            text: screen.stage === "code" ? qsTr("Six digits. Each code is good for one sign-in only.") : qsTr("Cover the keyboard with your hand.")
            visible: (screen.stage === "key" || screen.stage === "code") && screen.body.error === ""
            width: parent.width
        }
    }
}

import QtQuick
import "../../components"
import Dispensador

// The keypad beside the cashier: its owner types, the screen shows dots and the rules. Nothing typed stays here.
DeskPage {
    id: screen

    readonly property string step: screen.body.stage
    readonly property bool typing: screen.step !== "ready"
    readonly property bool forKey: screen.body.purpose !== "confirm-address"

    backText: qsTr("Leave it")
    primary: screen.typing ? qsTr("Continue") : screen.body.byCode ? qsTr("Send the code") : qsTr("Continue")
    primaryEnabled: screen.body.waitS === 0
    subtitle: screen.body.document
    title: PeopleTexts.purpose(screen.body.purpose)

    Component.onCompleted: Qt.callLater(screen.take)
    onStepChanged: Qt.callLater(screen.take)

    function take(): void {
        if (screen.typing)
            secret.forceActiveFocus();
        else if (screen.forKey)
            whys.forceActiveFocus();
        else
            screen.forceActiveFocus();
    }

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 1.5

        Column {
            id: left

            spacing: Theme.gapWide
            width: 960 * Theme.unit

            DeskChoices {
                id: whys

                heading: qsTr("Why (arrows ← →; it is kept with your name)")
                label: code => PeopleTexts.why(code)
                name: "why"
                options: screen.body.whys
                visible: !screen.typing && screen.forKey
                width: parent.width

                onPicked: value => screen.send("select", {
                        "name": "why",
                        "value": value
                    })
            }

            DeskNotice {
                icon: "mail"
                text: screen.typing || !screen.body.byCode ? "" : qsTr("A code of six digits goes to %1. Only its owner reads it.").arg(screen.body.to)
                textName: "sendText"
                tone: "info"
                width: parent.width
            }

            DeskTick {
                name: "seen"
                on: screen.body.seen
                text: qsTr("I have the customer's document in my hand: it is theirs (%1)").arg(screen.body.document)
                visible: !screen.typing && !screen.body.byCode
                width: parent.width
                wrong: screen.body.error === "document-unseen"

                onToggled: on => screen.send("select", {
                        "name": "seen",
                        "value": on ? "yes" : "no"
                    })
            }

            DeskSecret {
                id: secret

                heading: PeopleTexts.step(screen.step)
                icon: screen.step === "code" ? "mail" : "key-round"
                length: screen.typing ? screen.body.fields[0].length : 0
                note: screen.step !== "code" ? qsTr("Only dots are shown. Enter ends it, Backspace takes one sign away.") : screen.body.sentTo === "" ? qsTr("The newest code that came by mail; an older one is worth nothing.") : qsTr("It went to %1. It is good until %2").arg(screen.body.sentTo).arg(screen.body.until)
                step: screen.step
                visible: screen.typing
                width: parent.width

                onIntent: (name, args) => screen.send(name, args)
            }

            DeskNotice {
                text: PeopleTexts.error(screen.body.error)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }

            DeskNotice {
                icon: "hourglass"
                text: screen.body.waitS > 0 ? qsTr("You can try again in %n second(s).", "", screen.body.waitS) : ""
                width: parent.width
            }
        }

        Column {
            spacing: Theme.gap
            width: parent.width - left.width - parent.spacing

            DeskNotice {
                icon: "eye-off"
                text: screen.typing ? qsTr("The customer types on the keypad. Please look away; do not let anybody tell you the key.") : ""
                tone: "care"
                width: parent.width
            }

            DeskCard {
                heading: qsTr("What a key has to be")
                visible: screen.forKey
                width: parent.width

                Repeater {
                    model: [qsTr("From %1 to %2 signs: numbers, letters or both").arg(screen.body.keyMin).arg(screen.body.keyMax), qsTr("At least four different ones, not in a row (123456)"), qsTr("Not the number of the document"), qsTr("Typed twice, the same")]

                    DeskLabel {
                        required property string modelData

                        text: "•  " + modelData
                        width: parent ? parent.width : 0
                    }
                }
            }
        }
    }
}

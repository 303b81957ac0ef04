pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// The first time: what was handed over becomes a key of one's own, and the authenticator learns its seed, once.
DeskPage {
    id: screen

    readonly property string step: screen.body.stage
    readonly property bool typing: ["given", "key", "again"].includes(screen.step)

    backText: qsTr("Back to the door")
    primary: screen.step === "scan" ? qsTr("I have it: sign in") : qsTr("Continue")
    primaryEnabled: screen.body.waitS === 0
    subtitle: screen.step === "login" ? qsTr("With the key that an administrator handed over to you. It is good for this once.") : screen.step === "scan" ? qsTr("It is shown this once. Its first code is asked at the door.") : screen.body.login
    title: qsTr("The first time")

    Component.onCompleted: Qt.callLater(screen.take)
    onStepChanged: Qt.callLater(screen.take)

    function take(): void {
        if (screen.typing)
            secret.forceActiveFocus();
        else if (screen.step === "login")
            form.begin();
        else
            screen.forceActiveFocus();
    }

    Column {
        spacing: Theme.gapWide
        visible: screen.step !== "scan"
        width: 960 * Theme.unit

        DeskForm {
            id: form

            fields: screen.step === "login" ? screen.body.fields : []
            width: parent.width

            onIntent: (name, args) => screen.send(name, args)
        }

        DeskSecret {
            id: secret

            heading: PeopleTexts.ownStep(screen.step)
            length: screen.typing ? screen.body.fields[0].length : 0
            note: screen.step === "key" ? qsTr("Eight signs or more, not your user, not one sign again and again.") : ""
            step: screen.step
            visible: screen.typing
            width: parent.width

            onIntent: (name, args) => screen.send(name, args)
        }

        DeskNotice {
            text: PeopleTexts.ownError(screen.body.error)
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

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2
        visible: screen.step === "scan"

        Rectangle {
            id: symbol

            readonly property real cell: width / (screen.body.size + 8)

            color: Theme.paper
            height: width
            objectName: "seedSymbol"
            radius: 14 * Theme.unit
            width: Math.min(parent.height, 600 * Theme.unit)

            Repeater {
                model: screen.body.runs

                Rectangle {
                    required property var modelData

                    color: Theme.paperInk
                    height: symbol.cell
                    width: symbol.cell * modelData.length
                    x: symbol.cell * (modelData.column + 4)
                    y: symbol.cell * (modelData.row + 4)
                }
            }
        }

        Column {
            spacing: Theme.gapWide
            width: parent.width - symbol.width - parent.spacing

            DeskCard {
                heading: qsTr("What to do")
                width: parent.width

                Repeater {
                    model: [qsTr("1. Open the authenticator on your telephone."), qsTr("2. Add an account and read this symbol."), qsTr("3. Press Enter here, and sign in with your new key and the code it shows.")]

                    DeskLabel {
                        required property string modelData

                        text: modelData
                        width: parent ? parent.width : 0
                    }
                }
            }

            DeskCard {
                heading: qsTr("Without a camera: type this into the authenticator")
                width: parent.width

                DeskLabel {
                    objectName: "seedText"
                    size: Math.round(27 * Theme.unit)
                    text: screen.body.seed
                    weight: Font.DemiBold
                    width: parent.width
                }
            }

            DeskNotice {
                icon: "eye-off"
                text: qsTr("Nobody else may see or photograph this. Whoever has it has your second factor.")
                width: parent.width
            }
        }
    }
}

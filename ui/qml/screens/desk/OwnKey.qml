import QtQuick
import "../../components"
import Dispensador

// Another key of one's own: the present one, the new one twice, the code of the authenticator.
DeskPage {
    id: screen

    readonly property string step: screen.body.stage
    readonly property bool done: screen.step === "told"

    primary: screen.done ? qsTr("Continue") : screen.step === "code" ? qsTr("Change the key") : qsTr("Continue")
    primaryEnabled: screen.body.waitS === 0
    subtitle: screen.done ? "" : qsTr("Every other session of yours ends with it. Cover the keyboard with your hand.")
    title: qsTr("My key")

    Component.onCompleted: Qt.callLater(screen.take)
    onStepChanged: Qt.callLater(screen.take)

    function take(): void {
        if (screen.done)
            screen.forceActiveFocus();
        else
            secret.forceActiveFocus();
    }

    Column {
        spacing: Theme.gapWide
        width: 960 * Theme.unit

        DeskSecret {
            id: secret

            heading: PeopleTexts.ownStep(screen.step)
            icon: screen.step === "code" ? "shield-check" : "key-round"
            length: screen.done ? 0 : screen.body.fields[0].length
            note: screen.step === "code" ? qsTr("Six digits. Each code is good once only: wait for the next one if this one was used to sign in.") : screen.step === "key" ? qsTr("Eight signs or more, not your user, not one sign again and again.") : ""
            step: screen.step
            visible: !screen.done
            width: parent.width

            onIntent: (name, args) => screen.send(name, args)
        }

        DeskNotice {
            text: !screen.done ? "" : screen.body.to ? qsTr("Your key is changed. A notice goes to your mail address.") : qsTr("Your key is changed.")
            textName: "toldText"
            tone: "good"
            width: parent.width
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
}

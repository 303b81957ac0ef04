import QtQuick
import "../components"
import Dispensador

// Screen 4: the secure key, on the machine's own keyboard.
Page {
    id: screen

    readonly property var key: screen.body.key

    panelWidth: Theme.keyboardPanelWidth
    subtitle: qsTr("Document %1").arg(screen.body.who)
    subtitleIcon: "id-card"
    title: qsTr("Type your secure key")

    panel: [
        Keyboard {
            caps: screen.key.caps
            enabled: !screen.key.checking
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        PrimaryButton {
            enabled: screen.key.canContinue && !screen.key.checking
            objectName: "continueButton"
            text: screen.key.checking ? qsTr("Checking …") : qsTr("Sign in")
            waiting: screen.key.checking
            width: parent ? parent.width : 0

            onTapped: screen.intent("continue", {})
        }
    ]

    SecretEntry {
        entry: screen.key
        width: parent.width
        y: Theme.reach ? parent.height - height : 0

        onIntent: (name, args) => screen.intent(name, args)
    }

    HintRow {
        anchors.bottom: Theme.reach ? undefined : parent.bottom
        icon: "shield-check"
        text: qsTr("It is the key of your user at the chamber. Cover the keyboard with your hand.")
        visible: screen.key.error === "" && screen.key.waitS === 0
        width: parent.width
    }
}

import QtQuick
import Dispensador

// Dots, what went wrong, and how long to wait: the upper half of both key screens.
Column {
    id: secret

    required property var entry

    signal intent(string name, var args)

    spacing: Theme.gapWide

    KeyDots {
        entry: secret.entry
        width: parent.width

        onIntent: (name, args) => secret.intent(name, args)
    }

    Notice {
        text: Texts.error(secret.entry.error)
        textName: "errorText"
        tone: "bad"
        visible: secret.entry.error !== ""
        width: parent.width
    }

    Notice {
        icon: "hourglass"
        text: qsTr("You can try again in %n second(s).", "", secret.entry.waitS)
        textName: "waitText"
        visible: secret.entry.waitS > 0
        width: parent.width
    }
}

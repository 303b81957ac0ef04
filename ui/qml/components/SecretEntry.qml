import QtQuick
import Dispensador

// Dots, what went wrong, and how long to wait: the upper half of both key screens.
Item {
    id: secret

    required property var entry

    signal intent(string name, var args)

    implicitHeight: dots.height + (notes.height > 0 ? notes.height + Theme.gapWide : 0)

    KeyDots {
        id: dots

        entry: secret.entry
        width: parent.width
        y: Theme.reach ? secret.height - height : 0

        onIntent: (name, args) => secret.intent(name, args)
    }

    Column {
        id: notes

        spacing: Theme.crowded ? Theme.gap : Theme.gapWide
        width: parent.width
        y: Theme.reach ? 0 : dots.height + Theme.gapWide

        Notice {
            text: Texts.error(secret.entry.error)
            textName: "errorText"
            tone: "bad"
            visible: secret.entry.error !== "" && !(Theme.landscape && Theme.crowded && secret.entry.waitS > 0)
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
}

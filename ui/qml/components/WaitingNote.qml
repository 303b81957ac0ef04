import QtQuick
import Dispensador

// Central has been asked: says what is awaited.
Column {
    id: note

    property string text

    spacing: Theme.gapWide

    Spinner {
        anchors.horizontalCenter: parent.horizontalCenter
        colour: Theme.brand
        size: Theme.iconLarge
    }

    Label {
        color: Theme.soft
        horizontalAlignment: Text.AlignHCenter
        objectName: "waitingText"
        text: note.text
        width: note.width
    }
}

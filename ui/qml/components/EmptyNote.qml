import QtQuick
import Dispensador

// Nothing to show, said kindly.
Column {
    id: note

    property string icon: "info"
    property string text

    spacing: Theme.gapWide

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        colour: Theme.soft
        name: note.icon
        size: Theme.iconLarge
    }

    Label {
        color: Theme.soft
        horizontalAlignment: Text.AlignHCenter
        objectName: "emptyText"
        text: note.text
        width: note.width
    }
}

import QtQuick
import Dispensador

// A quiet sentence with its icon.
Row {
    id: hint

    property string icon: "info"
    property string text
    property color colour: Theme.good

    spacing: Theme.gap

    Icon {
        id: picture

        anchors.verticalCenter: parent.verticalCenter
        colour: hint.colour
        name: hint.icon
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.soft
        size: Theme.small
        text: hint.text
        width: hint.width - picture.width - hint.spacing
    }
}

import QtQuick
import Dispensador

// A small button of the header: an icon over its word.
Rectangle {
    id: button

    required property string icon
    required property string text
    property real iconSize: Theme.iconSmall

    signal tapped

    border.color: Theme.line
    border.width: Theme.stroke
    color: area.down ? Theme.tint : Theme.surface
    implicitHeight: Theme.touch + Theme.space
    implicitWidth: Math.max(Theme.touch + Theme.space * 3, label.implicitWidth + Theme.gap * 2)
    radius: Theme.radius

    Column {
        anchors.centerIn: parent
        spacing: 0

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.accent
            name: button.icon
            size: button.iconSize
        }

        Label {
            id: label

            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.accent
            size: Theme.head
            text: button.text
            weight: Font.Medium
        }
    }

    TapArea {
        id: area

        once: true

        onTapped: button.tapped()
    }
}

import QtQuick
import Dispensador

// A language, written in itself.
Rectangle {
    id: button

    required property string text
    property bool chosen: false
    property bool hero: true
    readonly property color front: hero ? Theme.heroInk : Theme.accent
    readonly property color back: hero ? Theme.heroTop : Theme.surface

    signal tapped

    border.color: front
    border.width: Theme.stroke
    color: chosen ? front : "transparent"
    implicitHeight: Theme.touch
    implicitWidth: Math.max(Theme.touch * 1.6, label.implicitWidth + Theme.space * 7)
    radius: height / 2

    Label {
        id: label

        anchors.centerIn: parent
        color: button.chosen ? button.back : button.front
        size: Theme.small
        text: button.text
        weight: Font.DemiBold
    }

    TapArea {
        onTapped: button.tapped()
    }
}

import QtQuick
import Dispensador

// A sentence that somebody says yes to: with the space bar when it has the keyboard, or with a click. Never ticked before.
FocusScope {
    id: tick

    property string text: ""
    property string name: ""
    property bool on: false
    property bool wrong: false

    signal toggled(bool on)

    activeFocusOnTab: true
    implicitHeight: frame.height

    Keys.onSpacePressed: tick.toggled(!tick.on)

    Rectangle {
        id: frame

        border.color: tick.wrong ? Theme.bad : tick.activeFocus ? Theme.brand : Theme.line
        border.width: tick.activeFocus || tick.wrong ? Theme.stroke * 1.5 : Theme.stroke
        color: tick.on ? Theme.tint : Theme.surface
        height: words.height + Theme.gap * 1.5
        objectName: "tick_" + tick.name
        radius: 14 * Theme.unit
        width: tick.width

        Rectangle {
            id: box

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            border.color: tick.wrong ? Theme.bad : Theme.accent
            border.width: Theme.stroke
            color: tick.on ? Theme.accent : Theme.surface
            height: 36 * Theme.unit
            radius: 8 * Theme.unit
            width: height

            Icon {
                anchors.centerIn: parent
                colour: Theme.brandInk
                name: "check"
                size: 28 * Theme.unit
                visible: tick.on
            }
        }

        DeskLabel {
            id: words

            anchors.left: box.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            color: tick.wrong ? Theme.bad : Theme.ink
            size: Math.round(23 * Theme.unit)
            text: tick.text
            weight: Font.DemiBold
        }
    }

    TapArea {
        anchors.fill: frame

        onTapped: {
            tick.forceActiveFocus();
            tick.toggled(!tick.on);
        }
    }
}

import QtQuick
import Dispensador

// The one thing to do on a screen.
Rectangle {
    id: button

    property string text
    property string icon: ""
    property bool waiting: false
    readonly property color ground: enabled ? Theme.brand : Theme.sunken
    readonly property color ink: enabled ? Theme.brandInk : Theme.soft

    signal tapped

    border.color: enabled ? ground : Theme.line
    border.width: Theme.stroke
    color: area.down ? Qt.darker(ground, 1.25) : ground
    implicitHeight: Math.max(Theme.primaryHeight, label.height + Theme.gap * 2)
    implicitWidth: row.implicitWidth + Theme.gapWide * 2
    radius: Theme.radius
    scale: area.down ? 0.985 : 1

    Behavior on scale {
        NumberAnimation {
            duration: Theme.pressMs
        }
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.gap

        Spinner {
            anchors.verticalCenter: parent.verticalCenter
            colour: button.ink
            visible: button.waiting
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            colour: button.ink
            name: button.icon || "check"
            visible: button.icon !== "" && !button.waiting
        }

        Label {
            id: label

            readonly property real room: button.width - Theme.gapWide * 2 - (button.icon !== "" || button.waiting ? Theme.icon + Theme.gap : 0)

            anchors.verticalCenter: parent.verticalCenter
            color: button.ink
            horizontalAlignment: Text.AlignHCenter
            size: Theme.large
            text: button.text
            weight: Font.DemiBold
            width: Math.min(implicitWidth, room)
        }
    }

    TapArea {
        id: area

        once: true

        onTapped: button.tapped()
    }
}

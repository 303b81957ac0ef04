import QtQuick
import Dispensador

// Another way that is open; quiet beside the primary button.
Rectangle {
    id: button

    property string text
    property string icon: ""
    property bool iconLast: false
    property bool once: true
    readonly property color ink: enabled ? Theme.accent : Theme.soft

    signal tapped

    border.color: enabled ? Theme.accent : Theme.line
    border.width: Theme.stroke
    color: !enabled ? Theme.sunken : area.down ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.secondaryHeight, label.height + Theme.gap * 2)
    implicitWidth: (icon !== "" ? Theme.iconSmall + Theme.gap : 0) + label.implicitWidth + Theme.gapWide * 2
    radius: Theme.radius

    Row {
        anchors.centerIn: parent
        layoutDirection: button.iconLast ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.gap

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            colour: button.ink
            name: button.icon || "check"
            size: Theme.iconSmall
            visible: button.icon !== ""
        }

        Label {
            id: label

            readonly property real room: button.width - Theme.gapWide * 2 - (button.icon !== "" ? Theme.iconSmall + Theme.gap : 0)

            anchors.verticalCenter: parent.verticalCenter
            color: button.ink
            horizontalAlignment: Text.AlignHCenter
            text: button.text
            weight: Font.DemiBold
            width: Math.min(implicitWidth, room)
        }
    }

    TapArea {
        id: area

        once: button.once

        onTapped: button.tapped()
    }
}

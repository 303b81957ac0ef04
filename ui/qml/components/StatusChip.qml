import QtQuick
import Dispensador

// What a part of the machine can do now: colour, icon and word.
Rectangle {
    id: chip

    required property string icon
    required property string text
    property string tone: "good"
    property string textName: ""
    property real room: implicitWidth

    color: Theme.toneGround(tone)
    implicitHeight: Math.max(Theme.space * 9, label.height + Theme.gap)
    implicitWidth: Theme.gapWide * 2 + Theme.iconSmall + Theme.gap + label.implicitWidth
    radius: Math.min(height / 2, Theme.radius + Theme.space)
    width: Math.min(implicitWidth, room)

    Icon {
        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.toneText(chip.tone)
        name: chip.icon
        size: Theme.iconSmall
    }

    Label {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.toneText(chip.tone)
        objectName: chip.textName
        size: Theme.small
        text: chip.text
        weight: Font.DemiBold
        width: chip.width - Theme.gapWide * 2 - Theme.iconSmall - Theme.gap
        x: Theme.gapWide + Theme.iconSmall + Theme.gap
    }
}

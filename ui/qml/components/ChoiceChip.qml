import QtQuick
import Dispensador

// One of a few: the chosen one is filled and has a check.
Rectangle {
    id: chip

    required property bool selected
    required enabled
    property string text

    signal tapped

    border.color: selected ? Theme.brand : Theme.line
    border.width: Theme.stroke
    color: selected ? Theme.brand : area.down ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.touch, label.height + Theme.gap)
    radius: Theme.radiusSmall

    Icon {
        id: check

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.brandInk
        name: "circle-check"
        size: Theme.iconSmall
        visible: chip.selected
    }

    Label {
        id: label

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap + (chip.selected ? check.width + Theme.space : 0)
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: chip.selected ? Theme.brandInk : Theme.ink
        size: Theme.small
        text: chip.text
        weight: Font.DemiBold
    }

    TapArea {
        id: area

        onTapped: chip.tapped()
    }
}

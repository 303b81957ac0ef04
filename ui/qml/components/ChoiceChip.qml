import QtQuick
import Dispensador

// One of a few: the chosen one is filled and has a check.
Rectangle {
    id: chip

    required property bool selected
    required enabled
    property string text
    // In a row of many: the mark stands over the word, and the word keeps to its place at any text size.
    property bool tight: false
    property bool centred: tight
    property int letters: tight || Theme.landscape ? Theme.head : Theme.small

    signal tapped

    border.color: selected ? Theme.brand : Theme.line
    border.width: Theme.stroke
    color: selected ? Theme.brand : area.down ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.touch, label.height + Theme.gap + (tight ? check.height : 0))
    radius: Theme.radiusSmall

    Icon {
        id: check

        colour: Theme.brandInk
        name: "circle-check"
        size: Theme.iconSmall
        visible: chip.selected
        x: chip.tight ? (chip.width - width) / 2 : Theme.gap
        y: chip.tight ? Theme.space : (chip.height - height) / 2
    }

    Label {
        id: label

        anchors.left: parent.left
        anchors.leftMargin: chip.tight ? Theme.space / 2 : Theme.gap + (chip.selected ? check.width + Theme.space : 0)
        anchors.right: parent.right
        anchors.rightMargin: chip.tight ? Theme.space / 2 : Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: chip.tight ? check.height / 2 : 0
        color: chip.selected ? Theme.brandInk : Theme.ink
        horizontalAlignment: chip.centred ? Text.AlignHCenter : Text.AlignLeft
        size: chip.letters
        text: chip.text
        weight: Font.DemiBold
    }

    TapArea {
        id: area

        onTapped: chip.tapped()
    }
}

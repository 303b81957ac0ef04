import QtQuick
import Dispensador

// One section of the list at the side: the one that is up is filled.
Rectangle {
    id: tile

    required property bool selected
    property string icon: "info"
    property string text
    readonly property color ink: selected ? Theme.brandInk : enabled ? Theme.accent : Theme.soft

    signal tapped

    border.color: selected ? Theme.brand : Theme.line
    border.width: Theme.stroke
    color: selected ? Theme.brand : area.down ? Theme.tint : Theme.surface
    implicitHeight: Theme.touch + Theme.space * (Theme.landscape ? 1 : 2)
    radius: Theme.radiusSmall

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.space

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: tile.ink
            name: tile.icon
            size: Theme.iconSmall
        }

        Label {
            color: tile.ink
            horizontalAlignment: Text.AlignHCenter
            size: Theme.head
            text: tile.text
            weight: tile.selected ? Font.Bold : Font.Medium
            width: parent.width
        }
    }

    TapArea {
        id: area

        once: true

        onTapped: tile.tapped()
    }
}

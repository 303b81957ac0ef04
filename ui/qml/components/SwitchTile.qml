import QtQuick
import Dispensador

// Something that is on or off, said by a word and a mark, never by colour alone. The whole card is the switch.
Card {
    id: tile

    required property string code
    required property bool selected
    property string name
    property string description
    property string icon

    signal tapped

    border.color: selected ? Theme.brand : Theme.line
    border.width: Theme.stroke * (selected ? 1.5 : 1)
    color: area.down ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.landscape || Theme.crowded || Theme.reach ? Theme.touch : Theme.space * 18, words.height + (Theme.crowded ? Theme.space : Theme.gapWide))

    Icon {
        id: picture

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.accent
        name: tile.icon || "info"
        size: Theme.iconSmall
    }

    Column {
        id: words

        anchors.left: picture.right
        anchors.leftMargin: Theme.gap
        anchors.right: state_.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Label {
            size: Theme.reach ? Theme.small : Theme.body
            text: tile.name
            weight: Font.DemiBold
            width: parent.width
        }

        Label {
            color: Theme.soft
            size: Theme.small
            text: tile.description
            visible: text !== ""
            width: parent.width
        }
    }

    Rectangle {
        id: state_

        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        border.color: tile.selected ? Theme.brand : Theme.line
        border.width: Theme.stroke
        color: tile.selected ? Theme.brand : Theme.sunken
        height: word.height + Theme.gap
        radius: height / 2
        width: word.implicitWidth + Theme.gapWide * 2

        Label {
            id: word

            anchors.centerIn: parent
            color: tile.selected ? Theme.brandInk : Theme.soft
            objectName: "state_" + tile.code
            size: Theme.small
            text: tile.selected ? qsTr("On") : qsTr("Off")
            weight: Font.Bold
            wrapMode: Text.NoWrap
        }
    }

    TapArea {
        id: area

        onTapped: tile.tapped()
    }
}

import QtQuick
import Dispensador

// A service: what it is, and when it cannot be had now, why.
Card {
    id: card

    required property string code
    required property bool available
    required property string reason
    property string name
    property string description
    property string icon
    // Little room for each service: smaller letters and marks, and a reason in the place of the description.
    property bool tight: false
    readonly property real mark: Theme.space * (Theme.landscape || tight ? 15 : 22)

    signal tapped

    border.color: available ? Theme.brand : Theme.line
    color: !available ? Theme.sunken : area.down ? Theme.tint : Theme.surface
    enabled: available
    implicitHeight: tight ? Math.max(mark, content.height) + Theme.space * 3 : Math.max(Theme.space * (Theme.landscape ? 22 : 34), content.height + Theme.space * 8)

    Rectangle {
        id: badge

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide + Theme.space
        anchors.verticalCenter: parent.verticalCenter
        color: card.available ? Theme.brand : Theme.name === "contrast" ? Theme.tint : Theme.line
        height: card.mark
        radius: Theme.radius
        width: height

        Icon {
            anchors.centerIn: parent
            colour: card.available ? Theme.brandInk : Theme.soft
            name: card.icon
            size: card.mark * 0.54
        }
    }

    Column {
        id: content

        anchors.left: badge.right
        anchors.leftMargin: Theme.gapWide + Theme.space
        anchors.right: card.available ? arrow.left : parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space

        Label {
            color: card.available ? Theme.ink : Theme.soft
            size: Theme.landscape || card.tight ? Theme.large : Theme.type(50)
            text: card.name
            weight: Font.Bold
            width: parent.width
        }

        Label {
            color: Theme.soft
            text: card.description
            visible: !card.tight || card.available && !Theme.crowded
            width: parent.width
        }

        Notice {
            text: card.reason
            visible: !card.tight && !card.available && card.reason !== ""
            width: parent.width
        }

        Label {
            color: Theme.toneText("care")
            size: Theme.small
            text: card.reason
            visible: card.tight && !card.available && card.reason !== ""
            weight: Font.Medium
            width: parent.width
        }
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.accent
        name: "chevron-right"
        visible: card.available
    }

    TapArea {
        id: area

        once: true

        onTapped: card.tapped()
    }
}

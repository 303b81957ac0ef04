import QtQuick
import Dispensador

// One step of something that is done by hand: done, the present one, or still to come.
Card {
    id: step

    property int number: 1
    property string text
    property bool done: false
    property bool now: false

    border.color: now ? Theme.brand : Theme.line
    border.width: Theme.stroke * (now ? 1.5 : 1)
    color: now ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.touch, label.height + Theme.gap * 2)

    Rectangle {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: step.done ? Theme.goodTint : step.now ? Theme.brand : Theme.sunken
        height: Theme.space * 8
        radius: height / 2
        width: height

        Icon {
            anchors.centerIn: parent
            colour: Theme.good
            name: "check"
            size: Theme.iconSmall
            visible: step.done
        }

        Label {
            anchors.centerIn: parent
            color: step.now ? Theme.brandInk : Theme.soft
            size: Theme.body
            text: step.number
            visible: !step.done
            weight: Font.Bold
        }
    }

    Label {
        id: label

        anchors.left: mark.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: step.now ? Theme.ink : Theme.soft
        size: Theme.landscape ? Theme.small : Theme.body
        text: step.text
        weight: step.now ? Font.DemiBold : Font.Normal
    }
}

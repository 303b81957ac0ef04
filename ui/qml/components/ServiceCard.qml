pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// What the machine offers, one thing after another, on the hero's ground.
Rectangle {
    id: card

    property var services: []
    property bool turning: true
    property int index: 0
    readonly property var service: services[index % services.length]

    border.color: Theme.heroInk
    border.width: Theme.name === "contrast" ? Theme.stroke : 0
    color: "#40000000"
    implicitHeight: Math.max(row.height, Theme.space * 13) + Theme.gapWide * 2 + dots.room
    radius: Theme.radius

    onServicesChanged: index = 0

    Timer {
        interval: 6000
        repeat: true
        running: card.turning && Theme.motion && card.services.length > 1

        onTriggered: turn.restart()
    }

    SequentialAnimation {
        id: turn

        NumberAnimation {
            duration: Theme.slideMs
            property: "opacity"
            target: row
            to: 0
        }

        ScriptAction {
            script: card.index = (card.index + 1) % card.services.length
        }

        NumberAnimation {
            duration: Theme.slideMs
            property: "opacity"
            target: row
            to: 1
        }
    }

    Row {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide + Theme.space
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide + Theme.space
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -dots.room / 2
        spacing: Theme.gapWide

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.heroInk
            name: card.service.icon
            size: Theme.iconLarge
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - icon.width - parent.spacing

            Label {
                color: Theme.heroInk
                size: Theme.large
                text: card.service.name
                weight: Font.DemiBold
                width: parent.width
            }

            Label {
                color: Theme.heroSoft
                objectName: "subtitle"
                size: Theme.body
                text: card.service.text
                width: parent.width
            }
        }
    }

    Row {
        id: dots

        readonly property real room: visible ? height + Theme.gap : 0

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        height: Theme.space
        spacing: Theme.space
        visible: card.services.length > 1

        Repeater {
            model: card.services.length

            Rectangle {
                required property int index

                color: Theme.heroInk
                height: Theme.space
                opacity: index === card.index ? 1 : 0.4
                radius: height / 2
                width: index === card.index ? Theme.space * 4 : Theme.space
            }
        }
    }
}

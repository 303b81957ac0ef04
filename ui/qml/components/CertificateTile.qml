import QtQuick
import Dispensador

// A certificate type with its price and stepper; "compact" puts all of it in one row for low
// screens, "tight" leaves the purpose out too.
Card {
    id: tile

    required property string code
    required property string name
    required property string purpose
    required property string price
    required property int lengthCm
    required property int quantity
    required property bool canAdd
    required property bool canRemove
    property bool compact: false
    property bool tight: false

    signal intent(string name, var args)

    border.color: quantity > 0 ? Theme.brand : Theme.line
    border.width: Theme.stroke * (quantity > 0 ? 1.5 : 1)
    implicitHeight: compact ? Math.max(text.height, Theme.touch) + Theme.gap * 2 : text.height + Theme.touch + Theme.gapWide * 3

    Icon {
        id: icon

        colour: Theme.accent
        name: "file-text"
        x: Theme.gapWide + Theme.space
        y: Theme.gapWide + Theme.space
    }

    Column {
        id: text

        anchors.left: icon.right
        anchors.leftMargin: Theme.gapWide
        anchors.right: tile.compact ? stepper.left : parent.right
        anchors.rightMargin: Theme.gapWide
        spacing: Theme.space / 2
        y: tile.compact ? (tile.height - height) / 2 : Theme.gapWide

        Label {
            size: !tile.compact ? Theme.large : Theme.crowded && tile.name.length > 30 ? Theme.small : Theme.body
            text: tile.name
            weight: Font.Bold
            width: parent.width
        }

        Label {
            color: Theme.soft
            size: Theme.small
            text: tile.purpose
            visible: !tile.tight && tile.purpose !== ""
            width: parent.width
        }

        Label {
            color: Theme.accent
            size: Theme.small
            text: tile.tight && Theme.crowded ? tile.price : qsTr("%1 · about %2 cm of paper").arg(tile.price).arg(tile.lengthCm)
            visible: tile.compact
            weight: Font.Bold
            width: parent.width
        }
    }

    Column {
        anchors.left: text.left
        anchors.right: stepper.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: stepper.verticalCenter
        visible: !tile.compact

        Label {
            color: Theme.accent
            font.features: {
                "tnum": 1
            }
            size: Theme.large
            text: tile.price
            weight: Font.Bold
        }

        Label {
            color: Theme.soft
            size: Theme.small
            text: qsTr("about %1 cm of paper").arg(tile.lengthCm)
            width: parent.width
        }
    }

    Stepper {
        id: stepper

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        canAdd: tile.canAdd
        canRemove: tile.canRemove
        code: tile.code
        quantity: tile.quantity
        y: tile.compact ? (tile.height - height) / 2 : tile.height - height - Theme.gapWide

        onAdded: tile.intent("add", {
            "code": tile.code
        })
        onRemoved: tile.intent("remove", {
            "code": tile.code
        })
    }
}

import QtQuick
import Dispensador

// A registration to choose, the whole card a button.
Card {
    id: tile

    required property string number
    required property string name
    required property string nit
    required property string kind
    required property string municipality
    required property string status
    required property int inCart
    readonly property real words: text.height + Theme.space
    readonly property bool active: status === "" || status.toLowerCase() === "activa"
    readonly property string state_: status.charAt(0).toUpperCase() + status.slice(1).toLowerCase()
    readonly property string whose: [Texts.kind(kind), nit === "" ? "" : qsTr("NIT %1").arg(nit)].filter(part => part !== "").join(" · ")
    readonly property string where: [qsTr("Registration %1").arg(number), municipality, active || Theme.landscape ? state_ : ""].filter(part => part !== "").join(" · ")

    signal tapped

    border.color: inCart > 0 ? Theme.brand : Theme.line
    color: area.down ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.space * (Theme.landscape ? 14 : 28), text.height + Theme.gap * 2)

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.accent
        name: ({
                "natural_person": "user",
                "legal_person": "building-2",
                "establishment": "store",
                "nonprofit": "users",
                "bidder": "briefcase"
            })[tile.kind] ?? "building-2"
    }

    Column {
        id: text

        anchors.left: icon.right
        anchors.leftMargin: Theme.gapWide
        anchors.right: side.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space / 2

        Label {
            size: tile.name.length > 44 ? Theme.small : Theme.body
            text: tile.name
            weight: Font.Bold
            width: parent.width
        }

        Label {
            color: Theme.soft
            fontSizeMode: Theme.landscape ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Math.round(21 * Theme.unit)
            size: Theme.small
            text: Theme.landscape ? tile.whose + " · " + tile.where : tile.whose
            width: parent.width
            wrapMode: Theme.landscape ? Text.NoWrap : Text.WordWrap
        }

        Label {
            color: Theme.soft
            size: Theme.small
            text: tile.where
            visible: !Theme.landscape
            width: parent.width
        }
    }

    Row {
        id: side

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        StatusChip {
            anchors.verticalCenter: parent.verticalCenter
            icon: "ban"
            text: tile.state_
            tone: "care"
            visible: !tile.active && !Theme.landscape
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.brand
            height: count.height + Theme.space
            radius: height / 2
            visible: tile.inCart > 0
            width: Math.max(height, count.implicitWidth + Theme.gap)

            Label {
                id: count

                anchors.centerIn: parent
                color: Theme.brandInk
                size: Theme.small
                text: tile.inCart
                weight: Font.Bold
            }
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.accent
            name: "chevron-right"
            size: Theme.iconSmall
        }
    }

    TapArea {
        id: area

        once: true

        onTapped: tile.tapped()
    }
}

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

    signal tapped

    border.color: inCart > 0 ? Theme.brand : Theme.line
    color: area.down ? Theme.tint : Theme.surface
    implicitHeight: Theme.space * (Theme.landscape ? 14 : 21)

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
        id: words

        anchors.left: icon.right
        anchors.leftMargin: Theme.gapWide
        anchors.right: side.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space / 2

        Label {
            // A very long name is set smaller instead of being cut.
            size: tile.name.length > 60 ? Math.round(Theme.small * 0.85) : Theme.body
            text: tile.name
            weight: Font.Bold
            width: parent.width
        }

        Label {
            id: detail

            color: Theme.soft
            fontSizeMode: Theme.landscape ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Math.round(Theme.small * 0.7)
            size: Theme.small
            text: [Texts.kind(tile.kind), tile.nit === "" ? "" : qsTr("NIT %1").arg(tile.nit), qsTr("Registration %1").arg(tile.number), tile.municipality, tile.status].filter(part => part !== "").join(" · ")
            width: parent.width
            wrapMode: Theme.landscape ? Text.NoWrap : Text.WordWrap
        }
    }

    Row {
        id: side

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

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

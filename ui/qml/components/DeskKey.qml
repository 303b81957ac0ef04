import QtQuick
import Dispensador

// A key of the keyboard and what it does here; it works by key and by click.
Rectangle {
    id: chip

    required property string key
    required property string text
    property bool strong: false
    property bool onHead: false
    readonly property color ink: onHead ? Theme.heroInk : !enabled ? Theme.soft : strong ? Theme.brandInk : Theme.accent

    signal activated

    border.color: onHead ? Theme.heroSoft : enabled ? Theme.accent : Theme.line
    border.width: onHead ? 1 : Theme.stroke
    color: onHead ? "transparent" : !enabled ? Theme.sunken : strong ? (area.down ? Qt.darker(Theme.brand, 1.25) : Theme.brand) : area.down ? Theme.tint : Theme.surface
    implicitHeight: (onHead ? 54 : 62) * Theme.unit
    implicitWidth: row.implicitWidth + Theme.gap * 1.75
    opacity: enabled ? 1 : 0.75
    radius: 14 * Theme.unit

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space * 1.25

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            border.color: chip.ink
            border.width: 1
            color: "transparent"
            height: cap.height + Theme.space * 0.75
            radius: 8 * Theme.unit
            width: cap.width + Theme.space * 1.5

            DeskLabel {
                id: cap

                anchors.centerIn: parent
                color: chip.ink
                size: Math.round(23 * Theme.unit)
                text: chip.key
                weight: Font.DemiBold
            }
        }

        DeskLabel {
            anchors.verticalCenter: parent.verticalCenter
            color: chip.ink
            text: chip.text
            weight: Font.DemiBold
        }
    }

    TapArea {
        id: area

        once: true

        onTapped: chip.activated()
    }
}

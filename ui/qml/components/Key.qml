import QtQuick
import Dispensador

// One key: a character, or a word with its icon.
Rectangle {
    id: key

    property string text: ""
    property string icon: ""
    property bool active: false
    property bool special: icon !== "" || text.length > 1
    // The word on a key keeps to its key at any text size.
    property int size: special ? Theme.head : Theme.large

    signal tapped

    border.color: active ? Theme.brand : Theme.line
    border.width: Theme.stroke
    color: !enabled ? Theme.sunken : area.down ? Theme.brand : active ? Theme.tint : special ? Theme.sunken : Theme.surface
    radius: Theme.radiusSmall

    Icon {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: word.text === "" ? 0 : -word.height / 2
        colour: area.down ? Theme.brandInk : Theme.ink
        name: key.icon || "check"
        size: Theme.iconSmall
        visible: key.icon !== ""
    }

    Label {
        id: word

        anchors.centerIn: parent
        anchors.verticalCenterOffset: key.icon === "" ? 0 : Theme.iconSmall / 2
        color: area.down ? Theme.brandInk : key.enabled ? Theme.ink : Theme.soft
        size: key.size
        horizontalAlignment: Text.AlignHCenter
        text: key.text
        weight: Font.DemiBold
        width: key.width - Theme.space
    }

    TapArea {
        id: area

        onTapped: key.tapped()
    }
}

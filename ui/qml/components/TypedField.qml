import QtQuick
import Dispensador

// Shows what has been typed; it is no text field, and keeps nothing.
Rectangle {
    id: field

    property string text: ""
    property string hint: ""
    property bool wrong: false

    border.color: wrong ? Theme.bad : text === "" ? Theme.line : Theme.brand
    border.width: Theme.stroke * (text === "" && !wrong ? 1 : 1.5)
    color: Theme.surface
    implicitHeight: Theme.primaryHeight
    radius: Theme.radius

    Row {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gapWide
        spacing: Theme.space

        Label {
            anchors.verticalCenter: parent.verticalCenter
            font.features: {
                "tnum": 1
            }
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(Theme.small * 0.8)
            objectName: "typed"
            size: Theme.display
            text: field.text
            visible: field.text !== ""
            weight: Font.DemiBold
            width: Math.min(implicitWidth, parent.width - Theme.gapWide)
            wrapMode: Text.NoWrap
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.brand
            height: Theme.display
            width: Theme.stroke
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.soft
            size: Theme.body
            text: field.hint
            visible: field.text === ""
            width: parent.width - Theme.gapWide
        }
    }
}

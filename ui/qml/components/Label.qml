import QtQuick
import Dispensador

// Text in the bundled font; never anything but plain text, since it may come from outside.
Text {
    property int size: Theme.body
    property int weight: Font.Normal

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: size
    font.weight: weight
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
}

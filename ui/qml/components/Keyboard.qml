pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Letters with ñ, accents, digits and every sign of a key. What is typed goes out key by key; nothing is kept here but
// which page of keys is up.
Column {
    id: keyboard

    property bool caps: false
    property bool shiftable: true
    property bool mail: false
    property string page: "letters"
    readonly property real columnWidth: width / 10
    readonly property var digits: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]
    readonly property string shiftKey: shiftable ? "shift" : "-"
    readonly property var pages: ({
            "letters": [digits, ["q", "w", "e", "r", "t", "y", "u", "i", "o", "p"], ["a", "s", "d", "f", "g", "h", "j", "k", "l", "ñ"], [shiftKey, "z", "x", "c", "v", "b", "n", "m", "erase"], ["symbols", "accents", "@", "space", ".", mail ? ".com.co" : "_"]],
            "symbols": [digits, ["!", "\"", "#", "$", "%", "&", "'", "(", ")", "*"], ["+", ",", "-", "_", "/", ":", ";", "<", "=", ">"], ["?", "\\", "[", "]", "^", "`", "{", "|", "erase"], ["letters", "accents", "}", "space", "~", "@"]],
            "accents": [digits, ["á", "é", "í", "ó", "ú", "ü", "ñ", "ç", "à", "è"], ["ì", "ò", "ù", "â", "ê", "ô", "ä", "ö", "¿", "¡"], [shiftKey, "ª", "º", "°", "&", "'", "\"", ",", "erase"], ["letters", "symbols", "@", "space", ".", "_"]]
        })

    signal intent(string name, var args)

    function weight(name: string): real {
        if (name === "space")
            return 4;
        if (["shift", "erase", "symbols", "accents", "letters"].includes(name) || name === ".com.co")
            return 1.5;
        return 1;
    }

    function face(name: string): string {
        switch (name) {
        case "shift":
            return qsTr("Caps");
        case "erase":
            return qsTr("Erase");
        case "space":
            return qsTr("Space");
        case "letters":
            return "abc";
        case "symbols":
            return "#+=";
        case "accents":
            return "áéí";
        default:
            return caps ? name.toUpperCase() : name;
        }
    }

    function send(name: string): void {
        if (["letters", "symbols", "accents"].includes(name))
            page = name;
        else if (name === "shift" || name === "erase")
            intent(name, {});
        else
            intent("key", {
                "char": name === "space" ? " " : face(name)
            });
    }

    spacing: Theme.space * 1.25

    Repeater {
        model: keyboard.pages[keyboard.page]

        Row {
            id: line

            required property var modelData
            readonly property real total: modelData.reduce((sum, name) => sum + keyboard.weight(name), 0)
            readonly property real share: (keyboard.width - spacing * (modelData.length - 1)) / total

            anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
            height: Theme.keyHeight
            spacing: Theme.space

            Repeater {
                model: line.modelData

                Key {
                    required property string modelData

                    active: modelData === "shift" && keyboard.caps
                    height: line.height
                    icon: modelData === "shift" ? "arrow-big-up" : modelData === "erase" ? "delete" : ""
                    objectName: ["letters", "symbols", "accents"].includes(modelData) ? "keyboardPage_" + modelData : "key_" + modelData
                    text: keyboard.face(modelData)
                    width: line.share * keyboard.weight(modelData)

                    onTapped: keyboard.send(modelData)
                }
            }
        }
    }
}

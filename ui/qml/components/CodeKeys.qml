pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Big keys for a code: the 31 letters and digits of a recovery code, of which none looks like another, or other ones.
Grid {
    id: keys

    property var names: ["2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "M", "N", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "erase"]
    readonly property real keyWidth: (width - columnSpacing * (columns - 1)) / columns

    signal intent(string name, var args)

    columnSpacing: Theme.space * 1.25
    columns: 8
    rowSpacing: columnSpacing

    Repeater {
        model: keys.names

        Key {
            required property string modelData

            height: Theme.padKeyHeight
            icon: modelData === "erase" ? "delete" : ""
            objectName: "key_" + modelData
            text: modelData === "erase" ? "" : modelData
            width: keys.keyWidth

            onTapped: {
                if (modelData === "erase")
                    keys.intent("erase", {});
                else
                    keys.intent("key", {
                        "char": modelData
                    });
            }
        }
    }
}

import QtQuick

// What Main knows of a screen: it draws a view and sends intents.
Item {
    required property var view

    signal intent(string name, var args)
}

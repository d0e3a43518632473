#!/usr/bin/python3
"""A WebKitGTK browser that WebDriver can drive on a profile folder that stays.

MiniBrowser forgets everything it stored when automation is on, so a journey could never kill
it and look at what survived. This launcher differs in that one point: `--profile=DIR` holds
the website data, and the window is otherwise as plain as MiniBrowser's.

Needs Debian's python3-gi and gir1.2-webkit2-4.1. WebKitWebDriver starts it; nobody else does.
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402  (the versions come first)


def option(name, default=None):
    prefix = f"--{name}="
    return next((a[len(prefix):] for a in sys.argv[1:] if a.startswith(prefix)), default)


class Browser:
    def __init__(self, profile, downloads, private, crashes):
        Gtk.Settings.get_default().set_property(
            "gtk-application-prefer-dark-theme", "--dark" in sys.argv
        )
        if private:
            manager = WebKit2.WebsiteDataManager.new_ephemeral()
        else:
            manager = WebKit2.WebsiteDataManager(
                base_data_directory=os.path.join(profile, "data"),
                base_cache_directory=os.path.join(profile, "cache"),
            )
        proxy = option("proxy")
        if proxy:
            settings = WebKit2.NetworkProxySettings.new(proxy, None)
            manager.set_network_proxy_settings(WebKit2.NetworkProxyMode.CUSTOM, settings)
        self.downloads = downloads
        self.crashes = crashes
        self.context = WebKit2.WebContext.new_with_website_data_manager(manager)
        self.context.set_automation_allowed(True)
        language = option("language")
        if language:
            self.context.set_preferred_languages([language])
        self.context.connect("automation-started", self.on_automation)
        self.context.connect("download-started", self.on_download)
        self.windows = {}

    def on_automation(self, _context, session):
        info = WebKit2.ApplicationInfo()
        info.set_name("MiniBrowser")
        info.set_version(
            WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
        )
        session.set_application_info(info)
        session.connect("create-web-view", lambda *_: self.open_view())

    def on_download(self, _context, download):
        def decide(item, suggested):
            name = os.path.basename(suggested) or "download"
            item.set_destination(GLib.filename_to_uri(os.path.join(self.downloads, name), None))
            return True

        if self.downloads:
            download.connect("decide-destination", decide)

    def on_terminated(self, _view, reason):
        """Leaves a note for the runner, which tells a crash of the engine from a failed journey."""
        if self.crashes and reason == WebKit2.WebProcessTerminationReason.CRASHED:
            with open(self.crashes, "a", encoding="utf-8") as notes:
                notes.write("crashed\n")

    def open_view(self, related=None):
        settings = WebKit2.Settings()
        settings.set_property("enable-developer-extras", True)
        settings.set_property("enable-write-console-messages-to-stdout", True)
        settings.set_property("enable-html5-local-storage", "--no-local-storage" not in sys.argv)
        settings.set_property("enable-html5-database", "--no-indexed-db" not in sys.argv)
        if "--large" in sys.argv:
            settings.set_property("default-font-size", 32)
        properties = {"settings": settings}
        if related is None:
            properties.update(web_context=self.context, is_controlled_by_automation=True)
        else:
            properties.update(related_view=related)
        view = WebKit2.WebView(**properties)
        view.connect("create", lambda opener, _action: self.open_view(opener))
        view.connect("ready-to-show", lambda v: self.windows[v].show_all())
        view.connect("close", lambda v: self.windows[v].destroy())
        view.connect("web-process-terminated", self.on_terminated)
        window = Gtk.Window()
        window.set_default_size(1280, 800)
        window.add(view)
        self.windows[view] = window
        window.connect("destroy", lambda _window: self.forget(view))
        if related is None:
            window.show_all()
        return view

    def forget(self, view):
        self.windows.pop(view, None)
        if not self.windows:
            Gtk.main_quit()


def main():
    profile = option("profile")
    private = "--private" in sys.argv
    if profile is None and not private:
        sys.exit("webkit.py: --profile=DIR or --private is needed")
    _browser = Browser(profile, option("downloads"), private, option("crashes"))
    Gtk.main()


if __name__ == "__main__":
    main()

# The choice menu of benchmarks/menus.py for Ren'Py: the same words, letters and places, and nothing besides.

python early:
    # Debian's 8.0.3 makes trees that end before they begin; its own Python (3.11) takes none of those.
    import ast
    import renpy.sl2.slast as _slast

    def _mended(loc, node, _compile=compile):
        whole = ast.Expression(body=node)
        ast.fix_missing_locations(whole)
        for each in ast.walk(whole):
            if hasattr(each, "lineno"):
                each.end_lineno, each.end_col_offset = each.lineno, each.col_offset
        return _compile(whole, loc[0], "eval", renpy.python.new_compile_flags, 1)

    _slast.compile_expr = _mended

init -1500 python:
    config.developer = False

init -1 python:
    import json
    with renpy.file("menu.json") as _menu:
        words = json.loads(_menu.read().decode("utf-8"))
    config.screen_width, config.screen_height = 1280, 720
    config.window_title = "menu"
    config.has_sound = config.has_music = config.has_voice = config.has_autosave = False
    config.has_quicksave = False
    style.default.font = "menu.ttf"
    style.default.size = 22
    style.button_text.color = "#bbbbbb"
    style.button_text.hover_color = "#ffffff"
    style.button.hover_background = "#24415f"

screen say(who, what):
    vbox:
        xpos 700
        ypos 150
        xmaximum 540
        text who id "who"
        text what id "what"

screen choice(items):
    vbox:
        xpos 700
        ypos 300
        xmaximum 540
        spacing 12
        for item in items:
            textbutton item.caption action item.action

label main_menu:
    return

label start:
    $ renpy.say(words["who"], words["line"], interact=False)
    $ renpy.display_menu([(each, each) for each in words["choices"]])
    jump start

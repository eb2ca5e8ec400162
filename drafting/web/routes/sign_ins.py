"""Addresses of sign-ins: links, passwords, and one's own account."""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from drafting.actions.add_device import AddDevice, add_device
from drafting.actions.ask_for_link import AskForLink, ask_for_link
from drafting.actions.choose_language import ChooseLanguage, choose_language
from drafting.actions.choose_news import ChooseNews, choose_news
from drafting.actions.end_sign_ins import EndSignIns, end_sign_ins
from drafting.actions.set_password import SetPassword, set_password
from drafting.actions.sign_in import SignInRequest, sign_in
from drafting.actions.use_link import UseLink, use_link
from drafting.errors import N_, BadInput, NotVisible, Refused
from drafting.rules.actors import Actor
from drafting.web.addresses import site_address
from drafting.web.cookies import begin_here, candidate, device_of, end_here
from drafting.web.forms import answer
from drafting.web.forms_sign_ins import (
    AskForm,
    CodeForm,
    EndForm,
    LanguageForm,
    LinkForm,
    NewPasswordForm,
    NewsForm,
    PasswordForm,
)
from drafting.web.identity import SignedIn, actor, settings, signed_in
from drafting.web.landing import remember_goal
from drafting.web.limits import count_code, count_mail, count_password, count_present_password
from drafting.web.locale import language_choices
from drafting.web.presenters.sign_ins import (
    LinkPage,
    check_password,
    show_account,
    show_home,
    show_link,
)
from drafting.web.presenters.sign_ins_devices import (
    LeavingPage,
    opens,
    show_device,
    show_leaving,
)
from drafting.web.transaction import aside, db

routes = Blueprint("sign_ins", __name__)
NO_CODE = N_("This code does not open. It works once, for 15 minutes.")


@routes.get("/sign-in/<token:token>")
def open_link(token: str) -> ResponseReturnValue:
    """Show what a link opens; nothing changes, because robots open links too."""
    page = show_link(db(), actor(), token)
    if is_in(page):
        return redirect(page.home, code=303)
    candidate(token)
    status = 404 if page.person_id is None else 410 if page.spent else 200
    return draw_link(page, LinkForm()), status


@routes.post("/sign-in/<token:token>")
def come_in(token: str) -> ResponseReturnValue:
    """Use a link up: a session begins, the rights that waited are taken up."""
    form, page = LinkForm(), show_link(db(), actor(), token)
    if is_in(page):
        return redirect(page.home, code=303)
    device = device_of(token, own=form.own_device.data == "yes")

    def act() -> str:
        use_link(db(), actor(), UseLink(token, device))
        return begin_here(device) or page.home

    return answer(form, act, str, lambda: draw_link(show_link(db(), actor(), token), form))


def is_in(page: LinkPage) -> bool:
    """Whether whoever opens a used link is the one who used it, in this very browser."""
    person = signed_in()
    return page.spent and person is not None and person.actor.person_id == page.person_id


def draw_link(page: LinkPage, form: LinkForm) -> str:
    """Draw what stands behind a link."""
    return render_template("sign_ins/link.html", page=page, form=form)


@routes.get("/sign-in")
def show_sign_in() -> str:
    """Show the form for name and password."""
    remember_goal()
    return draw_sign_in(PasswordForm())


def draw_sign_in(form: PasswordForm | AskForm, code: CodeForm | None = None) -> str:
    """Draw the door, with what was typed."""
    return render_template("sign_ins/sign_in.html", form=form, code=code or CodeForm(None))


@routes.post("/sign-in")
def send_sign_in() -> ResponseReturnValue:
    """Sign in with a password, or have a link sent by mail, as the button says."""
    return by_mail() if "link" in request.form else by_password()


def by_password() -> ResponseReturnValue:
    """Check the password aside, because it is slow, then begin the session."""
    form = PasswordForm()

    def act() -> str:
        forgive = count_password(form.name.data)
        with aside() as session:
            public = Actor(at=settings().clock())
            proof = check_password(session, public, form.name.data, form.password.data)
        device = device_of("", own="own_device" in request.form)
        row = sign_in(db(), actor(), SignInRequest(proof, device))
        forgive()
        return begin_here(device) or show_home(db(), actor(), row)

    return answer(form, act, str, lambda: draw_sign_in(form))


def by_mail() -> ResponseReturnValue:
    """Say the same whoever asked, and whether or not there is such a person."""
    form = AskForm()

    def act() -> str:
        if not settings().smtp_url:
            raise Refused(N_("No mails go out from here. Ask a moderator for a new link."))
        if count_mail(form.name.data):
            ask_for_link(db(), actor(), AskForLink(form.name.data, site_address()))
        flash(_("If this address is known here, a mail goes to it."), "done")
        return url_for("sign_ins.show_sign_in")

    return answer(form, act, str, lambda: draw_sign_in(form))


@routes.post("/sign-in/code")
def send_code() -> ResponseReturnValue:
    """Go where a code of one's other phone leads, if it opens."""
    form = CodeForm()

    def act() -> str:
        forgive = count_code()
        if not opens(db(), actor(), form.code.data):
            raise BadInput(NO_CODE, field="code")
        forgive()
        return url_for("sign_ins.open_link", token=form.code.data)

    return answer(form, act, str, lambda: draw_sign_in(PasswordForm(None), form))


@routes.post("/me/device")
def send_device() -> str:
    """Make a code for another phone, and show it this once."""
    own()
    code = add_device(db(), actor(), AddDevice())
    page = show_device(actor(), code, site_address())
    return render_template("sign_ins/device.html", page=page)


@routes.get("/leave")
def show_leave() -> ResponseReturnValue:
    """Say what leaving means, before it is done."""
    if signed_in() is None:
        return redirect(url_for("sign_ins.show_sign_in"), code=303)
    return render_template(
        "sign_ins/leave.html", page=show_leaving(db(), actor(), mails=bool(settings().smtp_url))
    )


def leaving() -> LeavingPage:
    """Return what somebody should know before leaving."""
    return show_leaving(db(), actor(), mails=bool(settings().smtp_url))


@routes.post("/leave")
def leave() -> ResponseReturnValue:
    """End this session, and let nothing stay; who could not come back is asked once more."""
    if person := signed_in():
        if "sure" not in request.form and leaving().no_way_back:
            return redirect(url_for("sign_ins.show_leave"), code=303)
        end_sign_ins(db(), actor(), EndSignIns(person.sign_in_id))
    return gone()


def gone() -> Response:
    """Go to the door, and ask the browser to forget what it kept."""
    end_here()
    flash(_("You have left. Your browser was asked to forget what it kept."), "done")
    flash("yes", "left")
    response = Response(status=303, headers={"Location": url_for("sign_ins.show_sign_in")})
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def own() -> SignedIn:
    """Return the signed-in person. Raises: NotVisible for the public."""
    person = signed_in()
    if person is None:
        raise NotVisible
    return person


@routes.get("/me")
def me() -> str:
    """Show one's own account."""
    return draw_me(NewPasswordForm())


def draw_me(form: NewPasswordForm) -> str:
    """Draw one's own account, with what was typed."""
    page = show_account(db(), actor(), own().sign_in_id)
    return render_template("sign_ins/me.html", page=page, form=form, languages=language_choices())


@routes.post("/me/password")
def send_password() -> ResponseReturnValue:
    """Set a password."""
    form, here = NewPasswordForm(), own().sign_in_id

    def act() -> str:
        forgive = count_present_password(actor().person_id)
        asked = SetPassword(form.current.data or "", form.password.data, here)
        set_password(db(), actor(), asked)
        forgive()
        flash(_("Your password is set."), "done")
        return url_for("sign_ins.me")

    return answer(form, act, str, lambda: draw_me(form))


@routes.post("/me/language")
def send_language() -> ResponseReturnValue:
    """Choose a language for pages and mails."""
    form = LanguageForm()

    def act() -> str:
        choose_language(db(), actor(), ChooseLanguage(form.language.data))
        return url_for("sign_ins.me")

    return answer(form, act, str, lambda: draw_me(NewPasswordForm()))


@routes.post("/me/news")
def send_news() -> ResponseReturnValue:
    """Have news of the work by mail, or not."""
    form = NewsForm()

    def act() -> str:
        choose_news(db(), actor(), ChooseNews(by_mail=form.by_mail.data))
        flash(_("Your choice is kept."), "done")
        return url_for("sign_ins.me")

    return answer(form, act, str, lambda: draw_me(NewPasswordForm()))


@routes.post("/me/sign-ins/end")
def end() -> ResponseReturnValue:
    """End one session of one's own, or all, on every device."""
    form, here = EndForm(), own().sign_in_id
    if not form.validate():
        raise NotVisible
    end_sign_ins(db(), actor(), EndSignIns(form.sign_in.data))
    if form.sign_in.data in {None, here}:
        return gone()
    flash(_("That session has ended."), "done")
    return redirect(url_for("sign_ins.me"), code=303)

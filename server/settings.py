"""What can be set from outside: environment variables that begin with `QUOTH_`, read once.

An option of the command line is passed as a keyword argument and beats the environment. Left out: configuration
files.
"""

from __future__ import annotations

import os
from ipaddress import ip_network
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

import qa

__all__ = [
    "ENV_PREFIX",
    "Settings",
    "SettingsError",
    "list_unknown_variables",
    "load_settings",
    "write_value",
]

ENV_PREFIX = "QUOTH_"


Origin = Annotated[str, Field(pattern=r"^https?://(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:[0-9]{1,5})?$")]
"""A scheme, a host and maybe a port, as browsers send them."""


def _check_network(name: str) -> str:
    ip_network(name, strict=False)  # raises ValueError
    return name


Network = Annotated[str, AfterValidator(_check_network)]


class SettingsError(ValueError):
    """A setting has a value that it cannot have. The message names the variable, the value and what is expected."""


class Settings(BaseSettings):
    """Every setting, its default and what it is for. An empty variable counts as unset."""

    model_config = SettingsConfigDict(env_prefix=ENV_PREFIX, env_ignore_empty=True, frozen=True, extra="forbid")

    library: str | None = Field(
        default=None, description="Folder of the library to open, or its clickhouse:// location."
    )
    clickhouse_password: SecretStr | None = Field(
        default=None, description="Password for a library in ClickHouse, where its location has none."
    )
    host: str = Field(default="127.0.0.1", min_length=1, description="Address that the server listens on.")
    port: int = Field(
        default=8000, ge=0, le=65535, description="Port that the server listens on; 0 takes any free port."
    )
    read_only: bool = Field(default=False, description="Refuse to add or remove documents over HTTP.")
    min_confidence: float | None = Field(
        default=None,
        ge=0.0,
        le=1.0,
        description="Answer only when at least this confident, from 0 to 1; unset: the library's own threshold.",
    )
    reader: Literal["auto", "on", "off"] = Field(
        default="auto",
        description="Small reader that gives a second opinion: auto, where its packages are installed; on; off.",
    )
    max_upload_mb: int = Field(default=20, ge=1, le=2048, description="Largest upload in one request, in megabytes.")
    workers: int = Field(default=1, ge=1, le=64, description="Processes that answer, over one library.")
    max_waiting: int = Field(
        default=64,
        ge=0,
        le=10_000,
        description="Questions that may wait in one process while others are answered; one more is refused.",
    )
    max_connections: int = Field(
        default=512, ge=1, le=4_096, description="Connections that one process holds; beyond, idle ones make room."
    )
    max_connections_each: int = Field(
        default=64, ge=1, le=4_096, description="The same for one address, unless it is a trusted proxy."
    )
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = Field(
        default=(),
        description="Addresses or networks of proxies in front, with commas between, which may open any number of "
        "connections and are believed whom they serve.",
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=("localhost", "127.0.0.1", "[::1]"),
        min_length=1,
        description="Host names under which the server may be reached, with commas between; * allows any.",
    )

    allowed_origins: Annotated[tuple[Origin, ...], NoDecode] = Field(
        default=(),
        description="Other sites whose pages may use the endpoint, such as https://wiki.example, with commas between.",
    )

    @field_validator("allowed_hosts", "allowed_origins", "trusted_proxies", mode="before")
    @classmethod
    def _split_names(cls, value: Any) -> Any:
        """Take `a,b` as two names. Case and spaces around a name do not count."""
        if not isinstance(value, str):
            return value
        return tuple(name for part in value.split(",") if (name := part.strip().lower()))

    @property
    def max_upload_bytes(self) -> int:
        """The limit of one upload request, in bytes."""
        return self.max_upload_mb * 1_000_000

    @property
    def answers_to(self) -> frozenset[str]:
        """The host names under which the server may be reached: the allowed ones, and the one it listens on."""
        listens_on = f"[{self.host}]" if ":" in self.host else self.host
        return frozenset({*self.allowed_hosts, listens_on.lower()})

    @classmethod
    def name_variable(cls, name: str) -> str:
        """Return the environment variable of a setting."""
        return f"{ENV_PREFIX}{name}".upper()

    @classmethod
    def list_rows(cls) -> list[tuple[str, FieldInfo]]:
        """Return each setting's name and definition, in the order in which they are written here."""
        return list(cls.model_fields.items())


def load_settings(**options: Any) -> Settings:
    """Return the settings; options that are None are left to the environment.

    Raises SettingsError, which lists every bad value at once.
    """
    try:
        settings = Settings(**{name: value for name, value in options.items() if value is not None})
    except ValidationError as exc:
        lines = [_explain(str(error["loc"][0]), error["input"], error["msg"]) for error in exc.errors()]
        raise SettingsError("\n".join(dict.fromkeys(lines))) from None
    return settings.model_copy(update={"library": _add_password(settings)})


def _add_password(settings: Settings) -> str | None:
    """Return the location of the library, with the password of the settings where it needs one and has none."""
    if settings.library is None or settings.clickhouse_password is None:
        return settings.library
    return qa.with_password(settings.library, settings.clickhouse_password.get_secret_value())


def write_value(value: object) -> str:
    """Return a value as one would write it into the environment; an unset one is empty."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case tuple():
            return ",".join(map(str, value))
    return qa.without_password(str(value))


def list_unknown_variables() -> list[str]:
    """Return the environment variables that begin like a setting and are none: most likely a slip of the pen."""
    known = {Settings.name_variable(name) for name, _ in Settings.list_rows()}
    return sorted(name for name in os.environ if name.upper().startswith(ENV_PREFIX) and name.upper() not in known)


def _explain(name: str, value: object, message: str) -> str:
    expected = message[0].lower() + message[1:]
    definition = Settings.model_fields.get(name)
    meaning = definition.description if definition else "no such setting"
    return f"{Settings.name_variable(name)} is {value!r}: {expected}. Its meaning: {meaning}"

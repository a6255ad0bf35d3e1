namespace PartnerTrust.Trust.Tests.CertificateSources.Kinds;

/// <summary>A PFX as Windows exported it until 2019, and still does where it is told so: the certificate encrypted with RC2 of 40 bits, the key with
/// Triple DES (OpenSSL 3.0, <c>pkcs12 -export -legacy</c>). No platform of today writes one.</summary>
internal static class LegacyPfx
{
    public const string Password = "word";

    public const string Thumbprint = "F6C11F319819E3E9E553C54AFCB1F763B2BBCD21";

    public static byte[] Content { get; } = Convert.FromBase64String("""
        MIIJAQIBAzCCCMcGCSqGSIb3DQEHAaCCCLgEggi0MIIIsDCCA2cGCSqGSIb3DQEHBqCCA1gwggNUAgEAMIIDTQYJKoZIhvcNAQcBMBwGCiqGSIb3DQEMAQYwDgQIMXYROn
        S9zukCAggAgIIDIKtoXby5wilsVzrZNHShHeFW9nEN3O08j5pkCXYU9Rg4rpHPmQWHUi6sA1Y/x4AhNm3tGKQv18h+aQ4nH63QviexLt2N6IFl9jOLjEfenfKyr+jfGpZy
        aSt1ZjinYAUua1+IhKpeovAIwZGJ/1l29ESqC1yFx52buRPw9YOTRjgPCZJauu2b9GCvmHrgWGHV6feWomSqCVcP7Hhc4FtsNxSP9Sqk6ESoYaAay76KbBPU+Dlk5Fv89i
        bte1OMW3o3GPVUt2dBPUtpkxz+ZjqfmYls0emolkjwnzHGUjg26odX/bWUf296D/cN2BgDTaVfaJJqc4efGEs0AXSeutvEEhqB4vIWYSzz4gLstoo9gKTsZSfO/1K115ql
        rpIk0tQRRFWYlXgLvsQD/lqkgC8+DWQUz22uzYwMxUi/VPTYooJ57gGvnxyXYz4AZUnlZcABnQpj82Obf9KjInBqyO7YvliXWcH2FdvGrrx4ZnX+GaakvYNKFTh+zf7Aph
        ppXtNwTDAcMCLHRmYjYk7OB7qzIm4xGzOWQoNst0kUFMFZ+n8p8Aeb1PVdosS4dHvNZySZzQWwghvIxadTCKFuKmlCdbfDfbHpJ31EjJO8eNMni3AWKqLk6YICk5gaaYjB
        SxPesSv/1NlLh/iLiOkIcF5qY4CjNK1peHSAR0XoQ2GhUp4mV56pD4+Sgp+8B0hKAl/sgLK5R0YxNSNKN/ktn7c13sQ3xAv6kGT5T8O2QN/LNKF8QLXiocKbx7Hji7JP+r
        E2UKjVTsPuIF53vFcfFbbu48UEHSBkpBtMOUId9qRQFhnkbtfdc46A2GgG39p3p0xYj643wQXJ0b3e2385CaWmQvwTN7jaF6SGRsmD8OuN/vbox+tqUrt8XoK+FzMb7TEK
        RVQp2GYMSjSuxnJQZ8qeWsmwVt5ahlxDOhmBgVsOFJkEwdyaBS7ACyPmc4f6n72KkMG72mz0l8dVdnKWd97bLaaqzSnvxr0SVWIFkftHBRMpTxcoiGwFVzVn4VI+4FZxsW
        32TQk/iCYux1uykv51+owb6vELEZMAYzZgfA/Zl1gvMIIFQQYJKoZIhvcNAQcBoIIFMgSCBS4wggUqMIIFJgYLKoZIhvcNAQwKAQKgggTuMIIE6jAcBgoqhkiG9w0BDAED
        MA4ECCS4Lc0X+EbOAgIIAASCBMjaZm3fq24rmugbc/EEJJrjlq3t6VpowX/9hXz9TaOe8mf14kS4jPQHUjGcTS0mNeFbWe6p2tyiSoyU8aLAk9ggwQ7eia3HtMVG8++ICc
        kBNrwCb/rSUtWWnsOqM8lS3lx4XP1ibjUJ6vUAe+fJuKW0iZDGiTSK7nrnP+xCyybf0iwlY1aDE21ctrEF1IhGkv77AU16YAaFODueacDafJqRHpyX2RCJagmMNtdf/R7H
        x+cXMKMCcdHJ75KdT63PflVWCpDkOkwJbZOgb4VxhurZfap33TlvGb9zEAHoJUgEscSzMzex9QPyEcn1W/2IfwUgi79hGr7o2K/hxPwVjUP8inNoKGYeeVuUVb4ATGA7ci
        LQRi6ezRwISiQOSpnq5G8y4ecmQ0L88+/ZTr2O224RNm/M+d9HYUXLRlj8rWNdBKFI66KDXzJoNjPK628SXcyS4r5FIiWBZAHsH2fCcem6ET6DijlURqpo3XUqC0oFkedL
        u2NuXPNIgR16LDclLdKD+RHzjfcQrASujvvICTN4UN4yWRgicq4mEatCMrfAKQ6LCgG5Uk18WGiOlOClhBdOG6mC4E6FdDAJkDvXtGOrojQkVsz3JmgvmUXKedDHzh8X3K
        z/kCVSOFNXMYzi5RgGXvTHj3rmFSO0035zTrk6NaJTIwnMaAQiUrezuQWz07M/Z5HbRicWhOAWhOWpE8l2dcP9N0gexUUTZCseo92+3QUVFvDiF0eARjwQ/rtHO1SXzlGe
        wF76XzetOllQfIyNqAvV9ct2nEtD90BfuU/KlJauuIJyncf71+7/Vm7YlwUAclYecCo0C6rjdvj3mf6wHZwzApdry9lPvjJYr3QyQ1sHijYKG++clN9SWB+Zt8qjSq7Hin
        N4EIswpmUY2lh8RcJVT5HBDiD8eaXoc8aX0ttz4cPA7ELz3iUnIfXW+zkAIwCCrFDp8AJpQpsrv7O3idyY3ReQePrCvvJBoKU0haRHYD1XJ2ukP3I2lSBE1E/7W3abdWjF
        eU5YYWFKOuVNrt5M92QxSyLlrvpgmfswUtkLH28m7VBO3VbjBJcynVQel5Cpv9nbNmOORR78ibt1Ib9UbOCC3R5PAOOCyrwbxdOPWh29XGVY+cISXeL6hSnZVFQYTg4syx
        B+S0WV4/GncFCwnHSzAWec0nAT7y+oFmpVIb51fpUKA6iDqwSDhlgS4POgaAtiQb/9if39/wiZmO455sd8s7hHj5ezrH5s1niDtsoGQLaLNc3c7NAVEDWEMeL8oqlDgMuc
        BptKczX6zubFY9hBmB63nWRcQVPraF6ldMeieDZ56HtoV9+e/qnVM84s8RfAc58Xe3angQ9iNUn6vsaloIzQkDaLwufL8xQVYyZUjcoMYg8ThMOWxXTQEVS7XWaGNc0nMZ
        49gJHQnX/ggrQPJS4cGDhNh9+zcgBu+5v3j7kjJl4+6ypGqEHHTpd/RSfifJDlM7ZNPSC3pcLtdxV1JvHVrheh3JjUNU20atFGVSzG4sPw/EY62IZSJIb/fC73fX5Po1te
        +V5X5+3jf+pVj44i6c4XpNMifZUJelHNguCQfShJ/27wBkUwFab8uu2DeA+g8SUi3qgLOYjePJjMTLRUX1U9Mi0rpVyFupBfA/AxJTAjBgkqhkiG9w0BCRUxFgQU9sEfMZ
        gZ4+nlU8VK/LH3Y7K7zSEwMTAhMAkGBSsOAwIaBQAEFImI4lj8TtDosD7P0GCLjIlDogxuBAjf8JmmiZIUagICCAA=
        """);
}
